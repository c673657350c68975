import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assault, callablesOf, callOnce } from './battery.js'
import { reasons, recipes } from './decisions/index.js'
import { marksIn, person } from './person.js'
import { doors } from './surface.js'
import { type Leak, leaksOfThrown, leaksOfValue, listening } from './watch.js'

const all = await doors()
/** Each thing once, under the name of the lowest package that has it: others re-export it. */
const callable = [
  ...new Map(
    all
      .flatMap((door) => door.exported)
      .reverse()
      .map((one) => [one.value, one]),
  ).values(),
]
  .reverse()
  .map(({ id, value }) => ({ id, calls: callablesOf(value) }))
  .filter(({ calls }) => calls.length > 0)

function told(leaks: readonly Leak[]): string[] {
  return [...new Set(leaks.map((one) => `${one.where} (${one.marks.join(', ')}): ${one.text}`))]
}

async function judge(id: string, calls: readonly ((...args: unknown[]) => unknown)[]) {
  const leaks: Leak[] = []
  let answered = false
  const heard = await listening(async () => {
    for (const call of calls) {
      const outcome = await assault(call)
      leaks.push(...outcome.leaks)
      answered ||= outcome.answered
    }
    for (const call of recipes.get(id)?.() ?? []) {
      const outcome = await callOnce(call, [])
      leaks.push(...outcome.leaks)
      answered ||= outcome.answered
    }
  })
  return { leaks: told([...leaks, ...heard]), answered }
}

describe('the canary itself', () => {
  it.each([
    ['a name', `no such person: ${person.name}`],
    ['a part of a name', 'Rờrỉ is not allowed'],
    ['a name without its marks', 'KIEMTHU'],
    ['a decomposed name', person.name.normalize('NFD')],
    ['a number', `number ${person.number}`],
    ['the head of a number', 'digits 099099…'],
    ['a phone', person.phone],
    ['a name in hex', Buffer.from(person.name).toString('hex')],
    ['a name in an address', `?q=${encodeURIComponent(person.name)}`],
  ])('sees %s', (_, text) => {
    expect(marksIn(text)).not.toEqual([])
  })

  it('sees an error in each of its forms', () => {
    const error = new Error('refused', { cause: new Error(person.name) })
    expect(leaksOfThrown(error).map((one) => one.where)).toContain('inspect')
    expect(leaksOfThrown(new Error(person.name)).map((one) => one.where)).toContain('stack')
    expect(leaksOfThrown(Object.assign(new Error('x'), { input: person.name }))).not.toEqual([])
  })

  it('sees an issue inside a result, and lets the result itself hold the person', () => {
    const clean = { code: 'a.b', message: { vi: '', en: '' } }
    expect(leaksOfValue({ person, issues: [clean] })).toEqual([])
    expect(leaksOfValue({ issues: [{ ...clean, params: { name: person.name } }] })).not.toEqual([])
  })

  it('hears the console and the standard streams', async () => {
    const heard = await listening(() => {
      console.warn(person.name)
      process.stdout.write(person.number)
      return Promise.resolve()
    })
    expect(heard).toHaveLength(2)
  })
})

describe('every public entry', () => {
  it.each(all.map((door) => [door.name, door] as const))('%s can be imported', (_, door) => {
    expect(door.error).toBeUndefined()
  })

  it('has no recipe or reason for an export that is gone', () => {
    const known = new Set(callable.map(({ id }) => id))
    const named = [...reasons.keys(), ...recipes.keys()]
    expect(named.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('the marked person', () => {
  const home = process.cwd()
  let folder = home
  // Stores take the text they are given for a path, and write there.
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'canary-'))
    process.chdir(folder)
  })
  afterAll(() => {
    process.chdir(home)
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(
    callable.filter(({ id }) => !reasons.has(id)).map(({ id, calls }) => [id, calls] as const),
  )(
    'goes through %s and comes out in no error and no log',
    async (id, calls) => {
      const { leaks, answered } = await judge(id, calls)
      expect(leaks.slice(0, 3), leaks[0]).toEqual([])
      expect(answered, `${id} never answered: write a recipe or a reason in decisions/`).toBe(true)
    },
    120_000,
  )
})
