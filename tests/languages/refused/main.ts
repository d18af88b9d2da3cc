export const main = async () => "never called";
