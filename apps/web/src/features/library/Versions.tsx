import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { ValidityTag } from '../../shared/library/ValidityTag.tsx'
import { Section } from '../../shared/page/Section.tsx'
import { Sheet } from '../../shared/table/Sheet.tsx'
import type { Shown } from './library.ts'

/** 历次版本, where there is more than this one. */
export const Versions = ({ shown }: { readonly shown: Shown }) =>
  shown.versions.length > 1 && (
    <Section title={t('历次版本')}>
      <Sheet
        caption={t('历次版本')}
        columns={[
          {
            key: 'version',
            title: t('版本'),
            width: 300,
            render: (row: Shown['versions'][number]) =>
              row.libraryDocumentId === shown.id ? (
                t('{{name}}（本版本）', { name: row.citedAs })
              ) : (
                <Link
                  to={'/library/$libraryDocumentId' as never}
                  params={{ libraryDocumentId: row.libraryDocumentId } as never}
                >
                  {row.citedAs}
                </Link>
              ),
          },
          { key: 'effectiveOn', title: t('施行日期'), render: (row) => row.effectiveOn ?? '' },
          { key: 'validity', title: t('效力'), render: (row) => <ValidityTag validity={row.validity} /> },
        ]}
        rows={shown.versions}
        rowKey={(row) => row.libraryDocumentId}
      />
    </Section>
  )
