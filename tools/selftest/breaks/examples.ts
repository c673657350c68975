import type { Trial } from '../trial.js'

export const examples: Trial = {
  breaks: [
    {
      by: 'an example that grew too long',
      apply: (copy) =>
        copy.append('examples/express/server.mjs', `${'\nconsole.log(1)'.repeat(20)}\n`),
      says: /examples\/express has \d+ lines of code, more than 60/,
    },
    {
      by: 'a verifier that forgets the revocation list',
      apply: (copy) =>
        copy.replace(
          'examples/verify-script/index.mjs',
          '{ trust, at, ...revoked }',
          '{ trust, at }',
        ),
      says: /verify-script: npm start/,
    },
    {
      by: 'a field that has lost its label',
      apply: (copy) =>
        copy.replace(
          'examples/feedback-pages/index.html',
          '<label for="phone"',
          '<label for="fone"',
        ),
      says: /feedback-pages: report on a phone: rules of axe that are broken: .*label/,
    },
    {
      by: 'READMEs that install in different ways',
      apply: (copy) =>
        copy.replace(
          'README.vi.md',
          'my-project @tiemchung/certificates',
          'my-project @tiemchung/core',
        ),
      says: /README: the install lines differ/,
    },
  ],
}
