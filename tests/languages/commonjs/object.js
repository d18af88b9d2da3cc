// Adds its name with a function of an object.
const path = require("node:path");

async function handler(names) {
  return [...names, `module.exports in ${path.extname(__filename)}`];
}

module.exports = { handler, unused: undefined };
