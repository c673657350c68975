import { describe, expect, test } from 'vitest'
import { rooms } from '../house.js'
import { sizeFaults } from '../sizes.js'
import { type Entry, entriesOf } from './bundle.js'
import { bleeding } from './judge.js'
import { reservedModules, rules, usesNode } from './rules.js'

const entries = rooms.flatMap(entriesOf)

function entry(name: string): Entry {
  const found = entries.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`no entry ${name}`)
  return found
}

describe('bleeding', () => {
  test.each([
    ['eligibility/policies', 'browser', 'zod', 1],
    ['schemas', 'browser', 'csv-parse', 1],
    ['schemas/tabular', 'browser', 'csv-parse', 0],
    ['schemas/units', 'browser', 'zod', 1],
    ['certificates/verify', 'node', 'x509/src/path/validate.ts', 1],
    ['certificates/trust', 'node', 'x509/src/path/validate.ts', 0],
    ['x509/ca', 'node', 'x509/src/path/verify-path.ts', 1],
    ['x509/ca', 'node', 'x509/src/signature/signature-judge.ts', 0],
    ['certificates/issue', 'node', 'certificates/src/verify/verify-certificate.ts', 1],
    ['certificates/issue', 'node', 'certificates/src/payload/read-payload.ts', 0],
    ['certificates/issue', 'node', 'certlogic-js', 1],
    ['certificates', 'browser', 'certlogic-js', 1],
    ['certificates/rules', 'browser', 'certlogic-js', 0],
    ['certificates/rules', 'node', 'certificates/src/verify/verify-certificate.ts', 1],
    ['core', 'browser', 'node:fs', 1],
    ['core', 'node', 'node:fs', 0],
    ['clinic/store/file', 'browser', 'node:fs', 0],
    ['clinic', 'node', '@peculiar/webcrypto', 1],
    ['x509/peculiar', 'node', '@peculiar/webcrypto', 0],
    ['x509/peculiar', 'node', 'reflect-metadata', 1],
  ] as const)('%s for the %s with %s: %d faults', (name, host, module, faults) => {
    expect(bleeding(entry(name), host, new Set([module]))).toHaveLength(faults)
  })

  test('every entry that the table names exists', () => {
    const named = [
      ...rules.flatMap((rule) => rule.entries),
      ...reservedModules.flatMap((reserved) => reserved.from),
      ...usesNode,
    ]
    expect(named.filter((name) => !entries.some((one) => one.name === name))).toEqual([])
  })
})

describe('sizeFaults', () => {
  test.each([
    ['the same size', { a: 1000 }, { a: 1000 }, 0],
    ['five per cent more', { a: 1000 }, { a: 1050 }, 0],
    ['a byte beyond five per cent', { a: 1000 }, { a: 1051 }, 1],
    ['an entry without a committed size', {}, { a: 1 }, 1],
    ['an entry that was not measured', { a: 1 }, {}, 1],
  ])('%s', (_, before, now, faults) => {
    expect(sizeFaults(before, now)).toHaveLength(faults)
  })
})
