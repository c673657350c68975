import { describe, expect, test } from 'vitest'
import { authority, context, readyDay, testDay, testSigner } from './day.fixture.js'

const why = { reason: 'entry-error', by: 'staff-2' } as const

describe('minute', () => {
  const minutes = {
    ledBy: { role: 'facility-head', fullName: 'Trần Thị Trưởng' },
    parties: [{ role: 'police', fullName: 'Lê Văn Công' }],
  } as const

  test('seals what is ready without a signature and queues it in the same batch', async () => {
    const { batches, day, received } = await readyDay(2)
    const made = await day.minute({ ...minutes, parties: [...minutes.parties] })
    const kinds = batches.at(-1)?.map((one) => one.collection)
    expect(kinds).toEqual(['outbox', 'minutes', 'record', 'record'])
    expect((await day.records()).map((one) => one.minutesId)).toEqual([made?.id, made?.id])
    await day.send()
    expect(received.map((one) => one.path)).toEqual([`/v1/minutes/${made?.id}`])
    expect(await day.sign(await testSigner())).toMatchObject({ signed: 0 })
    expect((await day.report()).finished).toBe(true)
  })

  test('an amendment of a minuted record is sent after the minutes', async () => {
    const { day } = await readyDay()
    await day.minute({ ...minutes, parties: [...minutes.parties] })
    const first = (await day.records())[0]?.record.id ?? ''
    await day.amend(first, { dose: { lot: 'FT0521' } }, why)
    await day.verifyIdentities(authority().verifier, context)
    await day.sign(await testSigner())
    const [sent, amendment] = await day.outbox.all()
    expect(amendment?.dependsOn).toEqual([sent?.id])
  })

  test('there are no minutes over nothing', async () => {
    const { day } = testDay()
    expect(await day.minute({ ...minutes, parties: [...minutes.parties] })).toBeUndefined()
  })
})
