import { type Break, stray, type Trial } from '../trial.js'

const index = 'packages/core/src/index.ts'

/** A public function of core that treats the text it is given in a careless way. */
function careless(name: string, by: string, body: string, says: RegExp): Break {
  return {
    by,
    apply: (copy) => {
      copy.write(
        stray(name),
        `import { errorCatalogue } from './errors.js'\nimport { ParseError } from './sdk-error.js'\n\n/** Careless. */\nexport function ${name}(text: string): never {\n  ${body}\n  throw new ParseError(errorCatalogue, 'parse.hex')\n}\n`,
      )
      copy.append(index, `export { ${name} } from './stray-${name}.js'\n`)
    },
    says,
  }
}

export const privacy: Trial = {
  breaks: [
    careless('thrown', 'a name in a message', 'if (text) throw new Error(text)', /core#thrown/),
    careless('logged', 'a name on the console', 'console.log(text)', /core#logged/),
    careless(
      'pathed',
      'a name in the path of an error',
      "if (text) throw new ParseError(errorCatalogue, 'parse.hex', { path: [text] })",
      /core#pathed/,
    ),
    careless(
      'attached',
      'a name in a field of an error',
      "if (text) throw Object.assign(new ParseError(errorCatalogue, 'parse.hex'), { input: text })",
      /core#attached/,
    ),
    careless(
      'demanding',
      'an export that the battery cannot reach',
      "if (typeof text !== 'bigint') throw new TypeError('wrong')",
      /core#demanding/,
    ),
  ],
}
