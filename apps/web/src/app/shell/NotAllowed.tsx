import { t } from '../../shared/i18n/t.ts'
import { Page } from '../../shared/page/Page.tsx'

/** A page that exists, but not for this person's posts. */
export const NotAllowed = () => (
  <Page title={t('无权查看')}>
    <p>{t('您现有的岗位不能查看本页。确需查看时，请联系本单位的单位管理员或安全管理员调整岗位。')}</p>
  </Page>
)
