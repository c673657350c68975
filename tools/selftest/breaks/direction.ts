import { stray, type Trial } from '../trial.js'

export const direction: Trial = {
  breaks: [
    {
      by: 'core importing http',
      apply: (copy) => copy.write(stray('up'), "import '@tiemchung/http'\n"),
      says: /stray-up\.ts: core does not stand on http/,
    },
    {
      by: "http importing core's inside",
      apply: (copy) =>
        copy.write('packages/http/src/stray-deep.ts', "import '@tiemchung/core/src/bytes.js'\n"),
      says: /stray-deep\.ts: .* is not an entry/,
    },
    {
      by: '/verify importing x509, which only /trust may',
      apply: (copy) => {
        copy.write('packages/certificates/src/verify/stray-trust.ts', "import '@tiemchung/x509'\n")
        copy.append('packages/certificates/src/verify/index.ts', "\nimport './stray-trust.js'\n")
      },
      says: /stray-trust\.ts: imports @tiemchung\/x509, which only \.\/trust may/,
    },
    {
      by: 'a package that is not a dependency',
      apply: (copy) => copy.write(stray('foreign'), "import 'lodash'\n"),
      says: /stray-foreign\.ts: lodash is not a dependency/,
    },
    {
      by: 'a relative import into another package',
      apply: (copy) => copy.write(stray('escape'), "import '../../http/src/index.js'\n"),
      says: /stray-escape\.ts: .* leaves the package/,
    },
    {
      by: 'two files that import each other',
      apply: (copy) => {
        copy.write(stray('hen'), "import './stray-egg.js'\n")
        copy.write(stray('egg'), "import './stray-hen.js'\n")
      },
      says: /cycle: .*stray-(?:hen|egg)/,
    },
    {
      by: 'a manifest that depends upwards',
      apply: (copy) =>
        copy.replace(
          'packages/core/package.json',
          /\n}\s*$/,
          ',\n  "devDependencies": { "@tiemchung/http": "workspace:^" }\n}\n',
        ),
      says: /packages\/core\/package\.json: may not depend on @tiemchung\/http/,
    },
    {
      by: 'source that imports a shared fixture',
      apply: (copy) => copy.write(stray('lent'), "import 'tiemchung-fixtures/dose-record'\n"),
      says: /stray-lent\.ts: tiemchung-fixtures is not a dependency/,
    },
    {
      by: 'a test that a shared fixture leads upwards',
      apply: (copy) =>
        copy.write(
          'packages/http/src/stray-lent.test.ts',
          "import 'tiemchung-fixtures/timestamp-authority'\n",
        ),
      says: /stray-lent\.test\.ts: .* brings x509, on which http does not stand/,
    },
    {
      by: 'a test of the workspace that comes in by the window',
      apply: (copy) =>
        copy.write('tests/stray-window.test.ts', "import '../packages/core/src/bytes.js'\n"),
      says: /stray-window\.test\.ts: .* is not a door/,
    },
  ],
}
