// The public surface of @tiemchung/feedback/notice. Written by `node tools/run.mjs surface --write`.

export function noticeLink(page: string, reference: string): string;

export function noticeReference(address: string): string | undefined;

export function noticeSvg(notice: DoseNotice): string;

export function noticeText(notice: DoseNotice): string;

export interface DoseNotice {
    readonly page: string;
    readonly reference: string;
    readonly doseNumber: number;
    readonly date: CivilDate;
    readonly against: string;
    readonly facility: string;
    readonly hotline?: string;
}
