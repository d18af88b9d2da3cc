// Adds its name, and loads a module of Node as CommonJS packages do.

declare const require: (name: string) => { sep: string };

export const handler = async (names: string[]): Promise<string[]> => [
  ...names,
  `typescript${require("node:path").sep}${typeof require}`,
];
