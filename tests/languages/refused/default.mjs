export default async () => "never called";
