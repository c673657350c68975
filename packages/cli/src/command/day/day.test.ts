import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileStore } from '@tiemchung/clinic/store/file'
import { memoryStore, type Store } from '@tiemchung/clinic/store/memory'
import type { JsonValue } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../open-store.js'
import { run } from '../../run.js'
import { fakeIo } from '../../test-kit.js'

const record = (id: string) => ({
  id,
  person: { fullName: 'Lê Thị Thử', currentResidence: { commune: '06790' } },
  dose: {
    date: '2022-06-01',
    givenAt: '2022-06-01T01:00:00Z',
    facility: '22001',
    vaccinator: 'nurse-1',
  },
  identity: { status: 'matched', at: '2022-05-31T01:00:00Z', verificationId: id },
  enteredAt: '2022-06-01T01:10:00Z',
})

const operation = (state: string) => ({
  id: 'o',
  kind: 'record',
  subject: 'r',
  dependsOn: [],
  payload: {},
  state,
  attempts: 1,
  createdAt: '2022-06-01T01:20:00Z',
})

/** A day with one signed record, sent or not. */
async function dayWith(state?: string): Promise<Store> {
  const store = memoryStore()
  const head = { facility: '22001', date: '2022-06-01', canSign: true }
  const evidence = state === undefined ? {} : { signed: {}, operationId: 'o' }
  const kept = { record: record('r'), open: [], ...evidence } as unknown as JsonValue
  await store.write([
    { collection: 'head', id: 'day', value: head },
    { collection: 'record', id: 'r', value: kept },
    ...(state === undefined ? [] : [{ collection: 'outbox', id: 'o', value: operation(state) }]),
  ])
  return store
}

async function ioWith(state?: string) {
  const io = fakeIo({ 'policy.json': JSON.stringify({}) })
  io.stores.set('day', await dayWith(state))
  return io
}

const en = ['--lang', 'en']

describe('day status', () => {
  it('is 0 when all is acknowledged', async () => {
    const io = await ioWith('acknowledged')
    expect(await run(['day', 'status', 'day', ...en], io)).toBe(0)
    expect(io.output).toEqual([
      '1 doses given, 1 entered, 1 complete, 1 settled, 1 signed, 1 acknowledged: finished',
    ])
  })

  it('is 1 when something is open, says what, and names no person', async () => {
    const io = await ioWith()
    expect(await run(['day', 'status', 'day', ...en], io)).toBe(1)
    expect(io.output.slice(1)).toEqual([
      '1\tsettled.not-signed-yet',
      '1\tsigner\t2022-06-01T17:00:00.000Z\t0\tSign the record.',
    ])
    expect(io.output.join()).not.toContain('Thử')
    const json = await ioWith()
    expect(await run(['day', 'status', 'day', '--json', ...en], json)).toBe(1)
    const { report, open } = JSON.parse(json.output.join()) as { report: object; open: unknown[] }
    expect(report).toMatchObject({ format: 'day-report/1', facility: '22001' })
    expect(open).toMatchObject([{ recordId: 'r', next: { who: 'signer' } }])
    expect(json.output.join()).not.toContain('Thử')
  })

  it('is 1 when the store could not read all that it has, and says how much', async () => {
    const io = fakeIo({})
    const store = await dayWith('acknowledged')
    io.stores.set('day', { ...store, unreadable: () => Promise.resolve(2) })
    expect(await run(['day', 'status', 'day', ...en], io)).toBe(1)
    expect(io.output.slice(1)).toEqual(['2\tunreadable'])
  })

  it('is 2 when another program has the folder, or no list was ever put into it', async () => {
    const io = await ioWith('acknowledged')
    await io.openStore('day')
    expect(await run(['day', 'status', 'day', ...en], io)).toBe(2)
    expect(io.talk.join()).toContain('clinic.store.in-use')
    const empty = fakeIo({})
    empty.stores.set('day', memoryStore())
    expect(await run(['day', 'status', 'day', ...en], empty)).toBe(2)
    expect(empty.talk.join()).toContain('cli.day.unknown')
  })

  it('is 65 without a folder, or with a policy that is none', async () => {
    expect(await run(['day', 'status', 'nowhere', ...en], fakeIo({}))).toBe(65)
    const args = ['day', 'status', 'day', '--policy', 'policy.json', ...en]
    expect(await run(args, await ioWith())).toBe(65)
  })

  it('is 2 when all is finished and a step of the policy is not known', async () => {
    const { campaign17h } = await import('@tiemchung/clinic')
    const deadlines = [{ ...campaign17h.deadlines[0], step: 'blessed' }]
    const files = { 'own.json': JSON.stringify({ ...campaign17h, deadlines }) }
    const io = fakeIo(files)
    io.stores.set('day', await dayWith('acknowledged'))
    expect(await run(['day', 'status', 'day', '--policy', 'own.json', ...en], io)).toBe(2)
    expect(io.talk.join()).toContain('clinic.policy.step')
  })
})

describe('day report', () => {
  it.each([
    ['json', /^\{"format":"day-report\/1"/],
    ['csv', /^\uFEFFFacility,Date/],
    ['html', /^<!doctype html>/],
  ])('writes %s', async (format, head) => {
    const io = await ioWith('acknowledged')
    const args = [
      'day',
      'report',
      'day',
      '--format',
      format,
      '--feedback-open',
      '3',
      '--out',
      'file',
    ]
    expect(await run([...args, ...en], io)).toBe(0)
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(io.files.get('file'))).toMatch(head)
  })

  it('is 64 for a format or a number that is none', async () => {
    expect(await run(['day', 'report', 'day', '--format', 'pdf'], await ioWith())).toBe(64)
    expect(await run(['day', 'report', 'day', '--feedback-open', 'x'], await ioWith())).toBe(64)
  })
})

describe('day close', () => {
  it('is 1 with something open, and 0 with a reason, which is kept', async () => {
    const io = await ioWith()
    const args = ['day', 'close', 'day', '--by', 'head-1', ...en]
    expect(await run(args, io)).toBe(1)
    expect(io.talk.join()).toContain('clinic.close.open')
    expect(await run([...args, '--reason', 'No power', '--json'], io)).toBe(0)
    const kept = await io.stores.get('day')?.get('closing', 'day')
    expect(kept).toMatchObject({ all: [{ state: 'closed', by: 'head-1', reason: 'No power' }] })
    expect(await run(args, io)).toBe(64)
    expect(io.talk.join()).toContain('clinic.close.already')
  })
})

describe('openStore', () => {
  it('opens a store that is there, and makes none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'day-'))
    const store = await fileStore(folder)
    await expect(openStore(folder)).rejects.toMatchObject({ code: 'clinic.store.in-use' })
    await store.close()
    await (await openStore(folder)).close()
    await expect(openStore(join(folder, 'nowhere'))).rejects.toThrow('ENOENT')
    await rm(folder, { recursive: true })
  })
})
