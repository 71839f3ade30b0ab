-- The two logins of Quanheng. Run by the embedded launcher at every start; for a server of your own, once, by an
-- administrator: psql -f deploy/roles.sql, then \password quanheng_owner and \password quanheng_app, then
-- CREATE DATABASE quanheng OWNER quanheng_owner ENCODING 'UTF8'.
--
-- quanheng_owner owns the tables: migrate, back up, restore, reset (which makes a database beside the old one).
-- quanheng_app serves: it owns nothing, and each migration grants it only what the service does.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quanheng_owner') THEN
    CREATE ROLE quanheng_owner LOGIN CREATEDB;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'quanheng_app') THEN
    CREATE ROLE quanheng_app LOGIN;
  END IF;
END
$$;
