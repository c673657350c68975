/** Which software of others is at hand, and why a cross-check is passed over when it is not. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installPeers, isInstalled, type PeerFolder } from '../../bench/peers.js'
import { judged, required } from './judged.fixture.js'

/** Packages: where they are required they are installed, which takes seconds, and then they must work. */
function hasPackages(which: PeerFolder): boolean {
  if (!required) return isInstalled(which)
  const reason = installPeers(which)
  if (reason !== undefined) throw new Error(`bench/peers: ${reason}`)
  return true
}

const pythons = [process.env['PYTHON'] ?? '', 'python3', '/usr/bin/python3']

/** A Python with `cbor2` and `cryptography`, which Debian calls python3-cbor2 and python3-cryptography. */
const python = pythons.find(
  (command) =>
    command !== '' && spawnSync(command, ['-c', 'import cbor2, cryptography']).status === 0,
)

const uninstalled = (bench: string) => `not installed; npm run bench ${bench} does`

export const cose = judged('libraries of COSE', hasPackages('common'), uninstalled('hc1-verify'))
export const dcc = judged(
  'libraries of EU certificates',
  hasPackages('dcc'),
  uninstalled('hc1-verify'),
)
export const jose = judged(
  'libraries of JSON Web Signature',
  hasPackages('jose'),
  'not installed; npm ci in bench/peers/jose',
)
export const inPython = judged(
  'cbor2 and cryptography of Python',
  python !== undefined,
  'no Python that has both',
)

/** Asks the Python script, and gives what it printed. @throws what Python complained about */
export function askPython(task: 'verify' | 'sign', question: object): unknown {
  const args = [join(import.meta.dirname, 'certificate.py'), task]
  const input = JSON.stringify(question)
  const ran = spawnSync(python ?? 'python3', args, { input, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(ran.error?.message ?? ran.stderr)
  return JSON.parse(ran.stdout)
}
