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
    ['no command of x509', ['x509']],
    ['an unknown command of x509', ['x509', 'guess']],
  ])('is 64 for %s, and says something', async (_, args) => {
    const io = fakeIo({})
    expect(await run(args, io)).toBe(64)
    expect(io.output).toEqual([])
    expect(io.talk.join('')).not.toBe('')
  })

  it.each([['--lang', 'fr'], ['--lang', ''], ['--lang=de'], ['--lang']])(
    'is 64 for a language that it does not speak: %s %s',
    async (...lang) => {
      const io = fakeIo({})
      expect(await run(['eligible', '--birth', '2016', ...lang], io)).toBe(64)
      expect(io.talk.join()).toContain('--lang')
    },
  )

  it.each([
    [['verify', 'HC1:', '--at', '2022'], '  --at <instant>  judge at this instant'],
    [['verify', 'HC1:', '--max-age', '3x'], '  --max-age <time>  how old a list may be: 36h or 7d'],
    [['verify', 'HC1:', '--anchor', 'a.pem'], '  --anchor <country=file>  a country'],
    [
      ['x509', 'verify', 'a', '--anchors', 'b', '--revocation', 'maybe'],
      '  --revocation <policy>  ',
    ],
    [['verify', 'HC1:', '--lang', 'fr'], '  --lang <vi|en>  '],
  ])('says what the option of %j takes, and not what was typed', async (args, says) => {
    const io = fakeIo({ a: '', b: '' })
    const english = args.includes('--lang') ? args : [...args, '--lang', 'en']
    expect(await run(english, io)).toBe(64)
    expect(io.talk).toHaveLength(2)
    expect(io.talk[1]).toContain(says)
  })

  it.each([
    ['vi', ['list'], 'Thiếu: file'],
    ['en', ['list'], 'Missing: file'],
    ['en', ['verify', '--trust'], 'Missing: --trust <file>'],
    ['en', ['eligible', '--birth'], 'Missing: --birth <date>'],
    ['vi', ['guess'], 'Sai cách dùng lệnh. Chạy lại với --help. [cli.use]'],
    ['en', ['guess'], 'The command was used wrongly. Run it with --help. [cli.use]'],
  ])('says in %s what is wrong with %j', async (language, args, says) => {
    const io = fakeIo({})
    expect(await run([...args, '--lang', language], io)).toBe(64)
    expect(io.talk).toEqual([says])
  })

  it.each([
    [['--lang', 'en', 'eligible']],
    [['eligible', '--lang', 'en']],
    [['eligible', '--lang=en', '--json']],
    [['eligible', '--json', '--lang', 'en']],
  ])('takes the language wherever it stands: %j', async (args) => {
    const io = fakeIo({})
    expect(await run(args, io)).toBe(64)
    expect(io.talk).toEqual(['Missing: --birth <date>'])
  })

  it('is 70 for a fault of ours, in the language asked for', async () => {
    const io = fakeIo({})
    const fail = () => {
      throw new TypeError('Nguyễn Văn Mẫu')
    }
    const args = ['eligible', '--birth', '2016-03-01', '--lang', 'en']
    expect(await run(args, { ...io, out: fail })).toBe(70)
    expect(io.talk).toEqual(['internal error'])
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
    expect(io.talk).toEqual(['lỗi bên trong'])
  })
})

const commands = [
  [],
  ['verify'],
  ['verify', 'seal'],
  ['verify', 'record'],
  ['sign'],
  ['sign', 'day'],
  ['audit'],
  ['list'],
  ['eligible'],
  ['x509'],
  ['x509', 'verify'],
  ['x509', 'show'],
  ['x509', 'crl'],
  ['trust'],
  ['trust', 'pin'],
  ['trust', 'unpin'],
  ['trust', 'update'],
  ['trust', 'show'],
  ['samples'],
] as const

/** Help as a reader sees it, and the terms that it explains. */
async function help(args: readonly string[]) {
  const io = fakeIo({})
  const code = await run(args, io)
  const text = io.output.join('\n')
  return { code, text, talk: io.talk, terms: text.match(/(?<= )--[a-z-]+/g) }
}

describe('--version', () => {
  it('prints the version alone, and is done', async () => {
    const io = fakeIo({})
    expect(await run(['--version'], io)).toBe(0)
    expect(io.output).toEqual(['1.2.3'])
  })
})

describe('--help', () => {
  it.each(commands.map((command) => [command.join(' ') || 'tiemchung', command] as const))(
    'of %s explains the same in both languages, and goes to the output',
    async (_, command) => {
      const vietnamese = await help([...command, '--help'])
      const english = await help(['--lang', 'en', ...command, '--help'])
      expect(vietnamese).toMatchObject({ code: 0, talk: [], terms: english.terms })
      expect(vietnamese.text).toMatch(/^Cách dùng: tiemchung/)
      expect(vietnamese.text).not.toMatch(/Usage|Options|Commands|display help|options\]|default/)
      expect(english.text).toMatch(/^Usage: tiemchung/)
      expect(english.text).not.toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i)
    },
  )

  it('names every command, and what each exit code means', async () => {
    const { text } = await help(['--help', '--lang=en'])
    for (const word of [
      'verify',
      'sign',
      'audit',
      'trust',
      'samples',
      'list',
      'eligible',
      'x509',
      '70, 64, 65, 1, 2, 0',
    ]) {
      expect(text).toContain(word)
    }
  })

  it('is also had by help COMMAND', async () => {
    const { text } = await help(['help', 'list'])
    expect(text).toBe((await help(['list', '--help'])).text)
  })
})
