import { describe, expect, it } from 'vitest'
import { run } from '../run.js'
import { fakeIo } from '../test-kit.js'

const child = ['--birth', '2016-03-01', '--on', '2022-05-20']
const ready = ['--consent', 'agreed', '--screened', '--infected', 'no']

describe('eligible', () => {
  it.each([
    ['0 for a first dose that is due', [...child, ...ready], 0],
    [
      '0 on the day of the second dose',
      [...child, ...ready, '--dose', '2022-04-20:comirnaty-10'],
      0,
    ],
    ['1 before the interval is over', [...child, ...ready, '--dose', '2022-05-10:comirnaty-10'], 1],
    [
      '1 for a child that is too young',
      ['--birth', '2019-01-01', '--on', '2022-05-20', ...ready],
      1,
    ],
    ['1 soon after an infection', [...child, ...ready, '--infected', '2022-05-01'], 1],
    [
      '1 when consent was refused',
      [...child, '--consent', 'refused', '--screened', '--infected', 'no'],
      1,
    ],
    ['1 as long as nobody screened', [...child, '--consent', 'agreed'], 1],
    ['2 when only a year decides', ['--birth', '2017', '--on', '2022-05-20', ...ready], 2],
    [
      '2 as long as nobody asked about an infection',
      [...child, '--consent', 'agreed', '--screened'],
      2,
    ],
    ['64 for an infection that is neither a day nor no', [...child, '--infected', 'never'], 64],
    ['64 for a birth date that is none', ['--birth', 'spring'], 64],
    ['64 for a dose without a date', [...child, '--dose', 'comirnaty-10'], 64],
    ['64 for a consent that is no word of ours', [...child, '--consent', 'maybe'], 64],
    ['64 without a birth date', ready, 64],
  ])('is %s', async (_, args, code) => {
    expect(await run(['eligible', ...args], fakeIo({}))).toBe(code)
  })

  it('judges today when no day is given', async () => {
    expect(await run(['eligible', '--birth', '2016-03-01', ...ready], fakeIo({}))).toBe(0)
  })

  it('gives the whole answer as JSON, or says why in a language', async () => {
    const io = fakeIo({})
    await run(['eligible', ...child, ...ready, '--json'], io)
    expect(JSON.parse(io.output[0] ?? '')).toMatchObject({ status: 'eligible' })
    const [vi, en] = [fakeIo({}), fakeIo({})]
    await run(['eligible', ...child, ...ready], vi)
    await run(['eligible', ...child, ...ready, '--lang', 'en'], en)
    expect(vi.output[0]).not.toBe('')
    expect(vi.output).not.toEqual(en.output)
  })

  it('names the option that it cannot read, and not what it was', async () => {
    const io = fakeIo({})
    await run(['eligible', '--birth', '2014-09-99'], io)
    expect(io.talk.join()).toContain('[cli.use --birth]')
    expect(io.talk.join()).not.toContain('2014')
  })
})
