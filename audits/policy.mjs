// Looks for holes in a Content-Security-Policy: `node policy.mjs FILE`, the value of the header in it.

import { readFile } from "node:fs/promises";

import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

// From here on a finding fails. Below lies what holds for every site that names its own host: that a
// script from it might be somebody else's. Nobody else puts files on this one.
const GRAVE = [Severity.HIGH, Severity.SYNTAX, Severity.MEDIUM, Severity.HIGH_MAYBE];

const policy = (await readFile(process.argv[2], "utf8")).trim();
const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
for (const { directive, value, severity, description } of findings) {
  console.log(`${Severity[severity] ?? severity}: ${directive} ${value ?? ""}: ${description}`);
}
const grave = findings.filter(({ severity }) => GRAVE.includes(severity));
console.log(`${findings.length} findings, ${grave.length} of them grave, in: ${policy}`);
process.exitCode = grave.length ? 1 : 0;
