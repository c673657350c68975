import { describe, expect, it } from 'vitest'
import { codeOf, type ExitCode, worst } from './exit-code.js'
import { run } from './run.js'
import { fakeIo } from './test-kit.js'

describe('the exit code of a batch', () => {
  const order: readonly ExitCode[] = [70, 64, 65, 1, 2, 0]

  it.each(order.map((code, index) => [code, order.slice(index)] as const))(
    'is %i when nothing worse is there, in whatever order they came',
    (code, codes) => {
      expect(worst(codes)).toBe(code)
      expect(worst(codes.toReversed())).toBe(code)
    },
  )

  it('is 0 for an empty batch', () => {
    expect(worst([])).toBe(0)
  })

  it.each([
    ['valid', 0],
    ['invalid', 1],
    ['indeterminate', 2],
  ] as const)('of %s is %i', (verdict, code) => {
    expect(codeOf(verdict)).toBe(code)
  })
})

describe('run', () => {
  it.each([
    ['an unknown command', ['guess']],
    ['an unknown option', ['list', 'a.xlsx', '--loud']],
    ['a missing argument', ['list']],
    ['too many arguments', ['list', 'a.xlsx', 'b.xlsx']],
    ['no command at all', []],
  ])('is 64 for %s, and says something', async (_, args) => {
    const io = fakeIo({})
    expect(await run(args, io)).toBe(64)
    expect(io.output).toEqual([])
    expect(io.talk).toHaveLength(1)
  })

  it('helps on demand, on the output', async () => {
    const io = fakeIo({})
    expect(await run(['--help'], io)).toBe(0)
    for (const command of ['verify', 'list', 'eligible']) expect(io.output[0]).toContain(command)
    expect(io.talk).toEqual([])
  })

  it('is 70 for a fault of ours, and says nothing of it', async () => {
    const io = fakeIo({})
    const broken = {
      ...io,
      out: () => {
        throw new Error('Nguyễn Văn Mẫu')
      },
    }
    expect(await run(['eligible', '--birth', '2016-03-01'], broken)).toBe(70)
    expect(io.talk).toEqual(['internal error'])
  })
})
