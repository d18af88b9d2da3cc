exports.main = async () => "never called";
module.exports.other = 1;
