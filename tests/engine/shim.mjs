// The loop of a Node function: takes events from the Lambda Runtime API, one after the other.
import { existsSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const root = process.env.LAMBDA_TASK_ROOT;

// Not `fetch`: it gives up when an answer takes more than five minutes, and events may be rare.
const send = (method, path, value) =>
  new Promise((resolve, reject) => {
    const sent = request({ host, port, method, path: `/2018-06-01/runtime/${path}` }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part) => (text += part));
      answer.on("end", () => resolve({ headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(value === undefined ? undefined : JSON.stringify(value));
  });

const failure = (error) => ({
  errorType: error?.name ?? "Error",
  errorMessage: error?.message ?? String(error),
  trace: String(error?.stack ?? error).split("\n"),
});

const load = async () => {
  const [file, name] = process.env._HANDLER.split(/\.(?=[^.]*$)/);
  const path = [".mjs", ".js", ".cjs"].map((extension) => join(root, file + extension)).find(existsSync);
  if (!path) {
    throw new Error(`no ${file}.mjs, .js or .cjs in the function's code`);
  }
  const handler = (await import(pathToFileURL(path)))[name];
  if (typeof handler !== "function") {
    throw new Error(`${file} exports no function ${name}`);
  }
  return handler;
};

let handler;
try {
  handler = await load();
} catch (error) {
  await send("POST", "init/error", failure(error));
  process.exit(1);
}
for (;;) {
  const { headers, text } = await send("GET", "invocation/next");
  const id = headers["lambda-runtime-aws-request-id"];
  try {
    // A handler that returns nothing answers null.
    await send("POST", `invocation/${id}/response`, (await handler(JSON.parse(text), {})) ?? null);
  } catch (error) {
    await send("POST", `invocation/${id}/error`, failure(error));
  }
}
