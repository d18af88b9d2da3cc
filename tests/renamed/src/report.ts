export const handler = async () => ({ done: true });
