import type { SecrecyLabel } from '@quanheng/domain/evidence/model'

export const evidenceLabels = {
  secrecyLabel: { public: 'Public', internal: 'Internal', sensitive: 'Sensitive' },
  scanState: {
    received: 'Waiting for the scan',
    clean: 'Scanned',
    infected: 'Virus found, locked away',
    unscanned: 'Not scanned',
  },
  fileFault: {
    damaged: 'Changed',
    missing: 'Missing',
    unreadable: 'Unreadable',
    sm3Differs: 'SM3 differs from the record',
  },
} as const satisfies {
  readonly secrecyLabel: Record<SecrecyLabel, string>
  readonly scanState: Record<string, string>
  readonly fileFault: Record<string, string>
}
