/**
 * Verifies texts of QR codes against a trust list, offline: one text a line of stdin.
 * Prints a verdict for each and never whom it is about. Ends with 0 when all are valid, 1 when one is
 * invalid, 2 when one could not be decided, 64 when used wrongly or given nothing.
 */
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { explainCheck, verifyCertificate } from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { loadTrustList } from '@tiemchung/certificates/trust'
import { fromPem, openChecks } from '@tiemchung/core'

const { values } = parseArgs({
  options: {
    'trust-list': { type: 'string' },
    anchor: { type: 'string', multiple: true, default: [] },
    revocation: { type: 'string' },
    lang: { type: 'string', default: 'en' },
  },
})
const { 'trust-list': trustList, revocation, lang } = values
if (trustList === undefined || values.anchor.length === 0) {
  console.error('node index.mjs --trust-list list.json --anchor VN=csca.pem < codes.txt')
  process.exit(64)
}
const at = new Date()

/** The authorities of `VN=csca.pem`: all certificates in the file, each for that country. */
async function anchorsOf(argument) {
  const [country, file] = argument.split('=')
  const certificates = fromPem(await readFile(file, 'utf8'), 'CERTIFICATE')
  return certificates.map((certificate) => ({ country, certificate }))
}

const json = async (file) => JSON.parse(await readFile(file, 'utf8'))
const anchors = (await Promise.all(values.anchor.map(anchorsOf))).flat()
const { trust, report: listReport } = await loadTrustList(await json(trustList), { anchors, at })
for (const { id, subject, reason } of openChecks(listReport)) console.error(id, subject, reason)
const revoked = revocation && { revocation: loadRevocationList(await json(revocation)) }

const codes = (await text(process.stdin)).split(/\r?\n/).filter((line) => line !== '')
const verdicts = new Set()
for (const [index, code] of codes.entries()) {
  const report = await verifyCertificate(code, { trust, at, ...revoked })
  verdicts.add(report.verdict)
  console.log(index + 1, report.verdict)
  for (const check of openChecks(report)) {
    console.log(`  ${check.id}: ${explainCheck(check)?.says[lang] ?? check.reason}`)
  }
}
const exitCodes = { invalid: 1, indeterminate: 2, valid: 0 }
const worst = Object.keys(exitCodes).find((verdict) => verdicts.has(verdict))
process.exitCode = exitCodes[worst] ?? 64
