import { join } from 'node:path'
import type { Trial } from '../trial.js'

const folder = 'selftest-vectors'

const small = {
  encode: [{ id: 'ab', utf8: 'AB', base45: 'BB8' }],
  reject: [{ id: 'above-65535', base45: 'GGW' }],
}

export const conformance: Trial = {
  // Its own cases: what others made may be absent, wherever this runs.
  prepare: (copy) => copy.write(`${folder}/base45/vectors.json`, JSON.stringify(small)),
  environment: (copy) => ({
    TIEMCHUNG_VECTORS: join(copy.root, folder),
    CI: '',
    TIEMCHUNG_REQUIRE: '',
  }),
  breaks: [
    {
      by: 'a decoder that takes what it must refuse',
      apply: (copy) =>
        copy.replace(
          'packages/certificates/src/envelope/base45.ts',
          'if (group > 0xffff) refuse()',
          '',
        ),
      says: /base45: above-65535: wrongly-accepted/,
    },
    {
      by: 'a case that our code does not know',
      apply: (copy) =>
        copy.set(`${folder}/base45/vectors.json`, ['encode', '1'], {
          id: 'new',
          utf8: 'AB',
          base45: 'BB9',
        }),
      says: /base45: new: wrongly-refused/,
    },
    {
      by: 'a file that is not what it says',
      apply: (copy) => copy.write(`${folder}/merkle/broken.jsonl`, '{\n'),
      says: /merkle: broken\.jsonl:1: crashed/,
    },
    {
      by: 'an exception that nothing needs any more',
      apply: (copy) =>
        copy.replace(
          'tools/conformance/exceptions.ts',
          'Exception[] = [',
          "Exception[] = [\n  { suite: 'base45', id: 'ab', reason: 'Once it was needed' },",
        ),
      says: /base45: ab: stale exception/,
    },
  ],
}
