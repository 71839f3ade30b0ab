import { archiveFile, listArchives } from '@quanheng/contract/archive'
import { Button } from 'antd'
import { download } from '../../../shared/api/download.ts'
import { useQueryRoute } from '../../../shared/api/hooks.ts'
import { Digest } from '../../../shared/digest/Digest.tsx'
import { saySize } from '../../../shared/evidence/say-size.ts'
import { t } from '../../../shared/i18n/t.ts'
import { Icon } from '../../../shared/icon/Icon.tsx'
import { Facts } from '../../../shared/page/Facts.tsx'
import { LinkButton } from '../../../shared/page/LinkButton.tsx'
import { Page } from '../../../shared/page/Page.tsx'
import { Pending } from '../../../shared/page/Pending.tsx'
import { Section } from '../../../shared/page/Section.tsx'
import { MakeArchive } from '../MakeArchive.tsx'
import { Making } from '../Making.tsx'
import { PublishYear } from '../PublishYear.tsx'
import { type Archive, kindName, termName } from '../terms.ts'

/** What is in one package, and how it is checked. */
const Made = ({ archive }: { readonly archive: Archive }) => (
  <>
    <Facts
      items={[
        { label: t('制作日期'), value: archive.madeOn },
        { label: t('制作人'), value: archive.madeBy ?? t('命令行') },
        { label: t('大小'), value: saySize(archive.size) },
        { label: t('留痕'), value: t('{{count}} 条', { count: archive.leaves }) },
        { label: t('清单校验码'), value: <Digest value={archive.manifestDigest} /> },
        { label: t('文件校验码'), value: <Digest value={archive.zipDigest} /> },
        {
          label: t('尚未最终确定'),
          value: archive.open.length === 0 ? t('无，各项结果均已印发') : archive.open.join('；'),
        },
        ...archive.contents.map(({ kind, files, bytes, retention }) => ({
          label: kindName(kind),
          value: t('{{files}} 个文件，{{size}}，保管{{term}}', {
            files,
            size: saySize(bytes),
            term: termName(retention),
          }),
        })),
      ]}
    />
    <p>
      <Button
        icon={<Icon name="download" />}
        onClick={() => void download(archiveFile, { params: { archiveId: archive.id } })}
      >
        {archive.purpose === 'public' ? t('下载公开稿') : t('下载归档包')}
      </Button>
    </p>
  </>
)

/** 归档: the packages made, and the making of one. */
const ArchivesPage = () => {
  const { data, error, refetch } = useQueryRoute(listArchives, {})
  if (data === undefined) {
    return (
      <Page>
        <Pending refusal={error} onRetry={refetch} />
      </Page>
    )
  }
  return (
    <Page actions={<LinkButton to={'/log/files' as never}>{t('存档文件核对')}</LinkButton>}>
      <p>
        {t(
          '归档包收存一个年度的方案、数据、评分表及签字、锁定结果、公文、佐证材料和全部留痕，制作后自动核验一遍。以后任何人都可以离线核验，并重新计算每一项得分：./quanheng verify 归档包，或者只用 Python 运行 verify/verify.py。',
        )}
      </p>
      <Making />
      <Section title={t('制作归档包')}>
        <MakeArchive years={data.years} retention={data.retention} />
      </Section>
      {data.may.includes('publish') && (
        <Section title={t('制作公开稿')}>
          <PublishYear years={data.years} />
        </Section>
      )}
      {data.rows.length === 0 && <p>{t('还没有制作过归档包。')}</p>}
      {data.rows.map((archive) => (
        <Section
          key={archive.id}
          title={
            archive.purpose === 'public'
              ? t('{{year}}年度公开稿', { year: archive.year })
              : t('{{year}}年度归档包', { year: archive.year })
          }
        >
          <Made archive={archive} />
        </Section>
      ))}
    </Page>
  )
}

export default ArchivesPage
