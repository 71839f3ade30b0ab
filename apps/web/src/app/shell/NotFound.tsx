import { Link } from '@tanstack/react-router'
import { t } from '../../shared/i18n/t.ts'
import { Page } from '../../shared/page/Page.tsx'

export const NotFound = () => (
  <Page title={t('没有这个页面')}>
    <p>
      {t('地址有误，或者内容已经移走。')} <Link to="/">{t('回到首页')}</Link>
    </p>
  </Page>
)
