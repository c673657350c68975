/**
 * The declarations of zod name `URL`, which every runtime has but neither ES2023 nor an empty `types`
 * declares. A project without DOM and Node types that checks its libraries declares it, as here.
 */
declare class URL {
  constructor(url: string, base?: string | URL)
  readonly href: string
}
