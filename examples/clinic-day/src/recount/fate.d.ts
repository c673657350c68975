import type { TrueChild } from '../generate/truth.js'

export declare function firstIdentity(child: TrueChild): string
