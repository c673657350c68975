// The public surface of @tiemchung/identity/card. Written by `node tools/run.mjs surface --write`.

export function checkCitizenCard({ number, birthDate, sex }: CitizenCard): readonly Issue[];

export function parseCitizenCard(scanned: string): CitizenCard;

export interface CitizenCard {
    readonly number: string;
    readonly oldNumber?: string;
    readonly fullName: string;
    readonly birthDate: CivilDate;
    readonly sex: 'female' | 'male';
    readonly permanentResidence: string;
    readonly issuedOn: CivilDate;
    readonly repaired: readonly CardRepair[];
}

export type CardRepair = 'byte-order-mark' | 'separator' | 'utf-8-as-latin-1' | 'utf-8-as-windows-1252' | 'utf-8-as-windows-1258' | 'windows-1258-as-windows-1252';
