export const handler = async () => ({ sorted: true });
