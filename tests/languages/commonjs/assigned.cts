// Adds its name; TypeScript's own way to be CommonJS.
const handler = async (names: string[]): Promise<string[]> => [...names, "export ="];

export = { handler };
