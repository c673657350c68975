import { describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { fakeIo, now } from '../../test-kit.js'

const id = '0180235c-1e80-7000-8000-000000000001'
const confirmed = (at: string) => ({ at, action: 'confirm', state: 'received' })
const item = (at: string) => ({
  id,
  reference: 'AB12-CD34-EF56',
  request: {
    format: 'feedback/1',
    id,
    type: 'wrong-name',
    reporter: { fullName: 'Lê Văn Mẫu', phone: '0900000001', relationship: 'father' },
    person: { fullName: 'Lê Thị Thử', birthDate: '2016-05-01' },
    claimed: { fullName: 'Lê Thị Thử' },
  },
  state: 'received',
  handler: { level: 'facility', unit: '22001' },
  evidence: [],
  supplements: [],
  events: [confirmed(at)],
  correction: [],
  revision: 1,
})
const units = [
  {
    level: 'facility',
    unit: '22001',
    name: 'Trạm mẫu',
    parent: { level: 'ministry', unit: 'BYT' },
  },
  { level: 'ministry', unit: 'BYT', name: 'Bộ Y tế', lastLogIn: '2022-05-31T02:00:00Z' },
]
const fresh = item('2022-05-31T20:00:00.000Z')
const old = item('2022-05-20T02:00:00.000Z')
const files = (...items: readonly object[]) => ({
  'items.jsonl': items.map((one) => JSON.stringify(one)).join('\r\n'),
  'units.json': JSON.stringify(units),
})
const args = ['feedback', 'report', 'items.jsonl', '--units', 'units.json', '--lang', 'en']

describe('feedback report', () => {
  it('is 0 while nothing is overdue, and names no person', async () => {
    const io = fakeIo(files(fresh))
    expect(await run(args, io)).toBe(0)
    expect(io.talk).toEqual(['1 open, 0 overdue, 1 untouched, 1 units never logged in'])
    const report = JSON.parse(io.output.join('\n')) as { at: string }
    expect(report).toMatchObject({ format: 'feedback-report/1', total: { open: 1, overdue: 0 } })
    expect(report.at).toBe(now.toISOString())
    expect(io.output.join()).not.toMatch(/Mẫu"|Thử|0900000001/)
  })

  it('is 1 when anything is overdue, as of the instant that is asked', async () => {
    expect(await run(args, fakeIo(files(fresh, old)))).toBe(1)
    expect(await run([...args, '--at', '2022-05-21T02:00:00Z'], fakeIo(files(old)))).toBe(0)
  })

  it.each([
    ['csv', /^\uFEFF?Level.*\n?/],
    ['html', /^<!doctype html>/i],
  ])('writes %s to a file', async (format, head) => {
    const io = fakeIo(files(old))
    expect(await run([...args, '--format', format, '--out', 'report'], io)).toBe(1)
    expect(new TextDecoder().decode(io.files.get('report'))).toMatch(head)
    expect(io.output).toEqual([])
  })

  it.each<[string, Record<string, string>, string]>([
    ['a line that is no item', { 'items.jsonl': '{"fullName":"Lê Thị Thử"}' }, 'cli.feedback-item'],
    ['a line that is no JSON', { 'items.jsonl': 'Lê Thị Thử' }, 'cli.feedback-item'],
    ['units that are none', { 'units.json': '[{"level":"street"}]' }, 'feedback.units'],
    ['units that are no list', { 'units.json': '{}' }, 'feedback.units'],
  ])('is 65 for %s', async (_, change, code) => {
    const io = fakeIo({ ...files(old), ...change })
    expect(await run(args, io)).toBe(65)
    expect(io.talk.join()).toContain(code)
    expect(io.talk.join()).not.toContain('Thử')
  })

  it('is 64 for a format that it does not know', async () => {
    expect(await run([...args, '--format', 'pdf'], fakeIo(files(old)))).toBe(64)
  })
})
