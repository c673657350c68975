import * as core from '@tiemchung/core'
import { failed, parseCivilDate } from '@tiemchung/core'
import { readCbor, writeCbor } from '@tiemchung/core/cbor'
import { after } from '@tiemchung/core/crypto'
import { person } from '../person.js'
import type { Decisions } from './decision.js'

const builder = 'builds what it is told; whoever calls it is judged'
const host = "the host's own function under our name"

const at = new Date('2022-04-14T02:00:00Z')
const report = { verdict: 'invalid', checks: [failed('a', 'b')] } as const
const policy = {
  format: 'x/1',
  id: person.name,
  version: '1',
  effective: { from: parseCivilDate('2022-01-01'), to: null },
  published: parseCivilDate('2022-01-01'),
  sources: [{ id: 's', number: person.number, confidence: 'text' as const }],
  assumptions: [],
}
const refuse = () => {
  throw new RangeError('refused')
}
const entry = {
  says: { vi: '{name}', en: '{name}' },
  who: 'citizen' as const,
  todo: { vi: '', en: '' },
}

export const coreDecisions: Decisions = {
  reasons: {
    '@tiemchung/core/durable-file#systemFiles':
      "errors of the file system name the operator's file, which holds no person",
    '@tiemchung/core/durable-file#openSound':
      "errors of the file system name the operator's file, which holds no person",
    '@tiemchung/core/durable-file#appendWhole': 'calls the file that it is given',
    '@tiemchung/core/durable-file#replaceFile':
      "errors of the file system name the operator's file, which holds no person",
    '@tiemchung/core/crypto#webCryptoAead': 'calls the crypto that it is given',
    '@tiemchung/core/file-lock#lockFile':
      "errors of the file system name the operator's file, which holds no person",
    '@tiemchung/core#issue': builder,
    '@tiemchung/core#csvText': 'writes the table that it is given',
    '@tiemchung/core#escapeMarkup': 'writes the text that it is given',
    '@tiemchung/core#passed': builder,
    '@tiemchung/core#failed': builder,
    '@tiemchung/core#unknown': builder,
    '@tiemchung/core#skipped': builder,
    '@tiemchung/core#SdkError': builder,
    '@tiemchung/core#InputError': builder,
    '@tiemchung/core#ParseError': builder,
    '@tiemchung/core#HttpError': builder,
    '@tiemchung/core#SigningError': builder,
    '@tiemchung/core#NotValidError': builder,
    '@tiemchung/core#systemFetch': host,
    '@tiemchung/core#systemRandom': host,
    '@tiemchung/core#systemSleep': host,
  },
  recipes: {
    '@tiemchung/core#htmlPage': () => [
      () => core.htmlPage({ language: 'vi', title: 'Báo cáo', body: '<p>ổn</p>' }),
    ],
    '@tiemchung/core#sentencesFor': () => [() => core.sentencesFor(entry, {})],
    '@tiemchung/core#inForce': () => [() => core.inForce(policy, parseCivilDate('2021-01-01'))],
    '@tiemchung/core#selectPolicy': () => [
      () => core.selectPolicy([policy], parseCivilDate('2021-01-01')),
      () => core.selectPolicy([policy, policy], parseCivilDate('2022-02-01')),
    ],
    '@tiemchung/core#openChecks': () => [() => core.openChecks(report)],
    '@tiemchung/core#civilDateAt': () => [
      () => core.civilDateAt(at),
      () => core.civilDateAt(new Date(Number.NaN)),
    ],
    '@tiemchung/core#formatInstant': () => [() => core.formatInstant(at)],
    '@tiemchung/core#formatLocalTime': () => [() => core.formatLocalTime(at)],
    '@tiemchung/core#mapInOrder': () => [
      () => core.mapInOrder([person.name], 1, (name) => Promise.reject(new Error(name))).return(),
    ],
    '@tiemchung/core/cbor#readCbor': () => [
      () => readCbor(core.utf8(person.name), {}, refuse),
      () => readCbor(new Uint8Array([0x01]), {}, refuse),
    ],
    '@tiemchung/core/cbor#writeCbor': () => [() => writeCbor(2 ** 60, refuse)],
    '@tiemchung/core/crypto#after': () => [() => after(person.name, () => 0)],
    '@tiemchung/core#fixedClock': () => [() => core.fixedClock(at)],
  },
}
