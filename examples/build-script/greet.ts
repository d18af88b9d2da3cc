// Greets by name.

export const handler = async ({ name }: { name: string }): Promise<string> => `Hello, ${name}!`;
