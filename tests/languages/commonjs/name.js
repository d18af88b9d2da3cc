exports.name = "exports.handler";
