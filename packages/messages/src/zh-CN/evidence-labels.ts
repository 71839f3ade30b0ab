import type { SecrecyLabel } from '@quanheng/domain/evidence/model'

export const evidenceLabels = {
  secrecyLabel: { public: '公开', internal: '内部资料', sensitive: '敏感' },
  scanState: { received: '待查毒', clean: '已查毒', infected: '有病毒，已隔离', unscanned: '未扫描' },
  fileFault: { damaged: '内容已变', missing: '文件缺失', unreadable: '读不出来', sm3Differs: 'SM3与登记不符' },
} as const satisfies {
  readonly secrecyLabel: Record<SecrecyLabel, string>
  readonly scanState: Record<string, string>
  readonly fileFault: Record<string, string>
}
