import { utf8 } from '@tiemchung/core'
import { writeCsv } from '@tiemchung/schemas/tabular'
import { type Io, run } from 'tiemchung'
import { markedText, person } from '../person.js'
import type { Decisions } from './decision.js'

const trustList = JSON.stringify({
  format: 'trust-list/1',
  version: '1',
  issuedAt: '2022-04-14T00:00:00Z',
  nextUpdate: '2022-04-21T00:00:00Z',
  items: [],
})
const list = writeCsv('pl1', [
  { listNumber: 1, fullName: person.name, identityNumber: person.number, birthDate: person.phone },
])
const columnMap = JSON.stringify({
  format: 'column-map/1',
  layout: 'full',
  headingRow: 1,
  columns: [
    { from: ['B'], to: 'fullName' },
    { from: ['C'], to: 'birthDate' },
    { from: ['D'], to: 'sex', codes: { [person.name]: 'Nam' } },
    { from: ['H'], to: 'identityNumber' },
  ],
  constants: {},
})
const files: Readonly<Record<string, string>> = {
  'trust.json': trustList,
  'list.csv': list,
  'map.json': columnMap,
  'record.json': `{"format":"day-seal/1","facility":"${person.name}","id":"${person.number}"}`,
  'broken.json': columnMap.replaceAll('sex', person.name),
}

async function* chunk(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(utf8(text))
}

/** A terminal whose lines are heard: what a command prints is judged like a log. */
const io: Io = {
  out: (text) => console.log(text),
  say: (text) => console.warn(text),
  open: (path) => chunk(files[path] ?? markedText),
  stdin: () => chunk(`HC1:${markedText}`),
  writeFile: () => Promise.reject(new Error(markedText)),
  makeFolder: () => Promise.reject(new Error(markedText)),
  openLines: () => Promise.reject(new Error(markedText)),
  openStore: () => Promise.reject(new Error(markedText)),
  secret: () => Promise.reject(new Error(markedText)),
  list: () => Promise.resolve([{ name: `${markedText}.txt`, isFolder: false }]),
  runProgram: () => Promise.reject(new Error(markedText)),
  terminal: { colour: false },
  windows: false,
  stateFolder: markedText,
  fetch: () => Promise.reject(new Error(markedText)),
  clock: { now: () => new Date('2022-04-14T02:00:00Z') },
  version: '0.0.0',
}
const uses: readonly (readonly string[])[] = [
  [markedText],
  [`--${person.number}`],
  ['list', 'list.csv', person.name],
  ['list', 'list.csv'],
  ['list', 'list.csv', '--json'],
  ['list', 'list.xlsx'],
  ['list', 'list.csv', '--write-back', person.name],
  ['import', 'list.csv', '--map', 'map.json'],
  ['import', 'list.csv', '--map', 'map.json', '--json', '--out', person.name],
  ['import', 'list.csv', '--map', 'broken.json'],
  ['import', 'list.csv', '--map', person.name, '--letters', person.name],
  ['import', person.name, '--map', 'map.json'],
  ['samples', person.name, '--lists'],
  ['verify', '--trust-list', 'trust.json'],
  ['verify', `HC1:${markedText}`, '--trust-list', 'trust.json', '--json'],
  ['verify', '--trust-list', person.name],
  ['verify', '--trust-list', 'trust.json', '--at', person.number],
  ['verify', '--trust-list', 'trust.json', '--anchor', person.name],
  ['verify', '--trust-list', 'trust.json', '--anchor', `VN=${person.name}`],
  ['verify', person.name, '--trust-list', 'trust.json'],
  ['verify', '*.txt', '--trust', 'trust.json', '--ndjson'],
  ['verify', `${person.name}*`, '--profile', person.name],
  ['verify', `001234567890|${markedText}|`, '--trust', 'trust.json'],
  ['verify', '--pin', person.name, '--max-age', person.number],
  ['samples', person.name],
  ['trust', 'pin', person.name],
  ['trust', 'unpin', person.number],
  ['trust', 'update', `https://example.vn/${person.number}?`, '--state', person.name],
  ['trust', 'show', '--state', person.name],
  ['list', '-'],
  ['sign', 'day', person.name, '--out', person.name, '--key', person.name, '--chain', person.name],
  ['sign', 'day', 'record.json', '--out', person.name, '--pkcs12', person.name],
  ['sign', 'day', 'record.json', '--out', 'out', '--key', 'list.csv', '--password-fd', person.name],
  ['verify', 'seal', person.name, '--trust', person.name, '--day', person.number],
  ['verify', 'seal', 'record.json', '--register', person.name],
  ['verify', 'record', 'record.json', '--purpose', person.name],
  ['verify', 'record', 'record.json'],
  ['audit', person.name, '--records', 'record.json'],
  ['list', 'list.csv', '--lang', person.name],
  ['eligible', '--birth', person.number],
  ['eligible', '--birth', '2015-06-01', '--consent', person.name],
  ['eligible', '--birth', '2015-06-01', '--dose', `2022-04-01:${person.name}`],
]

export const cliDecisions: Decisions = {
  reasons: {},
  recipes: { 'tiemchung#run': () => uses.map((args) => () => run(args, io)) },
}
