// The public surface of @tiemchung/schemas/products. Written by `node tools/run.mjs surface --write`.

export const deprecatedCodes: readonly DeprecatedCode[];

export const products: readonly Product[];

export function findProduct(text: string): Product | undefined;

export function productsNamed(text: string): readonly Product[];

export interface DeprecatedCode {
    readonly field: 'mp' | 'vp';
    readonly code: string;
    readonly replacedBy: null | string;
}

export interface Product {
    readonly id: string;
    readonly brand: string;
    readonly name: string;
    readonly namesInUse: readonly string[];
    readonly eu: null | {
        readonly mp: string;
        readonly ma: string;
        readonly vp: string;
    };
    readonly cvx: null | string;
    readonly atc: string;
    readonly of5772: boolean;
}
