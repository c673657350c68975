/** Makes what the script needs, all invented: an authority, its lists, and four codes, three of them bad. */
import { mkdir, writeFile } from 'node:fs/promises'
import { revocationEntryFor } from '@tiemchung/certificates/revocation'
import { formatInstant, toBase64, toPem } from '@tiemchung/core'
import { issue, makeCountry } from './invented-country.js'

const week = 7 * 86_400_000
const now = new Date()
const [vn, stranger] = [await makeCountry(now), await makeCountry(now)]
const [sound, revoked] = [await issue(vn, now), await issue(vn, now)]
const forged = await issue(stranger, now)
// One letter of the checksum at the end: a code that was read wrongly.
const at = sound.length - ((sound.length - 'HC1:'.length) % 3 || 3)
const changed = sound.slice(0, at) + (sound[at] === 'A' ? 'B' : 'A') + sound.slice(at + 1)
const head = {
  version: '1',
  issuedAt: formatInstant(now),
  nextUpdate: formatInstant(new Date(+now + week)),
}
const [certificate] = vn.signer.chain
const items = [{ country: 'VN', certificate: toBase64(certificate) }]
const groups = [await revocationEntryFor(revoked)]
const files = {
  'csca.pem': toPem(vn.authority.certificate, 'CERTIFICATE'),
  'trust-list.json': JSON.stringify({ format: 'trust-list/1', ...head, items }, null, 2),
  'revocation-list.json': JSON.stringify({ format: 'revocation-list/1', ...head, groups }, null, 2),
  'codes.txt': `${[sound, changed, forged, revoked].join('\n')}\n`,
}
await mkdir('sample', { recursive: true })
for (const [name, content] of Object.entries(files)) await writeFile(`sample/${name}`, content)
