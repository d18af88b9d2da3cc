// AWS's editor service in one process: checks the files of a list, once to get warm and then as often as asked,
// and prints how many seconds each round took.
// usage: node service.cjs FOLDER_OF_NODE_MODULES LIST ROUNDS
const fs = require("fs");
const { createRequire } = require("module");

const [folder, list, rounds] = process.argv.slice(2);
const peer = createRequire(`${folder}/`);
const { getLanguageService } = peer("amazon-states-language-service");
const { TextDocument } = peer("vscode-languageserver-textdocument");

const files = fs.readFileSync(list, "utf8").trim().split("\n");
const service = getLanguageService({});

async function check(file) {
    const document = TextDocument.create(`file://${file}`, "json", 1, fs.readFileSync(file, "utf8"));
    return (await service.doValidation(document, service.parseJSONDocument(document))).length;
}

(async () => {
    for (const file of files.slice(0, 1000)) await check(file);
    for (let round = 0; round < Number(rounds); round++) {
        const start = process.hrtime.bigint();
        for (const file of files) await check(file);
        console.log(Number(process.hrtime.bigint() - start) / 1e9);
    }
})();
