// Adds its name, as functions have done it for ten years.
const { name } = require("./name.js");

exports.handler = async (names) => [...names, name];
