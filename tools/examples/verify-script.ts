/** `examples/verify-script`: four codes, their verdicts and every exit code. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, runNode } from '../check/command.js'
import { startCase } from './case.js'

const verdicts = [
  '1 valid',
  '2 invalid',
  '  envelope.inflate: The zlib stream is broken (RFC 1950).',
  '3 invalid',
  '  signer.trusted: The signing key is not in the trust list.',
  '4 invalid',
  '  revocation.certificate: The certificate has been revoked.',
]
const anchor = ['--anchor', 'VN=sample/csca.pem']
const lists = ['--trust-list', 'sample/trust-list.json', ...anchor]
const revoked = ['--revocation', 'sample/revocation-list.json']

export async function tryVerifyScript(folder: string): Promise<readonly string[]> {
  const asked = startCase()
  const cwd = join(folder, 'verify-script')
  const [sound = '', , , taken = ''] = readFileSync(join(cwd, 'sample/codes.txt'), 'utf8').split(
    '\n',
  )
  const batch = await run('npm', ['start', '--silent'], { cwd })
  asked.same('npm start', batch.stdout.trim().split('\n'), verdicts)
  const table: readonly (readonly [string, readonly string[], string, number])[] = [
    ['one sound code', [...lists, ...revoked], `${sound}\r\n`, 0],
    ['a batch with a bad one', [...lists, ...revoked], `${sound}\n${taken}\n`, 1],
    ['no revocation list', lists, taken, 0],
    [
      'an anchor of another country',
      [...lists.slice(0, 2), '--anchor', 'LA=sample/csca.pem'],
      sound,
      2,
    ],
    ['no code', [...lists, ...revoked], '\n', 64],
    ['no anchor', lists.slice(0, 2), sound, 64],
  ]
  for (const [what, args, input, status] of table) {
    const ran = await runNode(['index.mjs', ...args], { cwd, input })
    asked.same(`${what} ends with`, ran.status, status)
    asked.namesNobody(what, `${ran.stdout}${ran.stderr}`)
  }
  const vietnamese = await runNode(['index.mjs', ...lists, ...revoked, '--lang', 'vi'], {
    cwd,
    input: taken,
  })
  asked.has('--lang vi', vietnamese.stdout, 'thu hồi')
  return asked.faults
}
