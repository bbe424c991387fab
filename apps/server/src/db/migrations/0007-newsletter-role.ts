import { newsletterRole } from './0005-newsletter.ts';
import type { Migration } from './migration.ts';

/**
 * Since PostgreSQL 16 who creates a role may hand it out and not take it on: whoever is no superuser could not do what
 * the newsletter needs.
 */
export const newsletterRoleMigration: Migration = {
  id: 7,
  name: 'newsletter-role',
  statements: [
    `do $$ begin
      if current_setting('server_version_num')::int >= 160000 then
        if not pg_has_role(current_user, '${newsletterRole}', 'set') then
          execute format('grant ${newsletterRole} to %I with set true, inherit false', current_user);
        end if;
      end if;
    end $$`,
  ],
};
