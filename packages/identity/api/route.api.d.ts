// The public surface of @tiemchung/identity/route. Written by `node tools/run.mjs surface --write`.

export const routingPolicy2262: RoutingPolicy;

export function handOverLists(cases: readonly IdentityCase[], policy: RoutingPolicy): readonly HandOverList[];

export function routeCase(one: IdentityCase, policy: RoutingPolicy): Route | undefined;

export interface HandOverList {
    readonly to: Corrector;
    readonly unit: string;
    readonly cases: readonly (IdentityCase & {
        readonly route: Route;
    })[];
}

export interface IdentityCase {
    readonly recordId: string;
    readonly status: IdentityStatus;
    readonly person: Pick<Person, 'currentResidence' | 'permanentResidence'>;
    readonly facility: string;
}

export interface Route {
    readonly to: Corrector;
    readonly unit: string;
    readonly action: RoutingRule['action'];
    readonly cite: readonly string[];
    readonly byCurrentResidence: boolean;
}

export interface RoutingPolicy extends PolicyHead {
    readonly format: 'identity-routing-policy/1';
    readonly rules: readonly RoutingRule[];
}

export interface RoutingRule {
    readonly status: IdentityStatus;
    readonly to: Corrector;
    readonly by: 'facility' | 'permanent-residence';
    readonly action: 'ask-again' | 'collect-number' | 'correct-number' | 'verify-person';
    readonly cite: readonly string[];
}

export type Corrector = 'health' | 'police';
