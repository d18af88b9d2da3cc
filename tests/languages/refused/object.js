const { helper } = { helper: 1 };
module.exports = { helper, run: () => "never called" };
