package dev.nashra.store;

import dev.nashra.publish.Account;
import dev.nashra.publish.Format;
import dev.nashra.publish.PublishingRules;
import org.jdbi.v3.core.Handle;

/** What is to be published on an account and is not planned yet. */
record PublicationPlan(Handle handle, Account account) {
  /**
   * A post waits for its card only while the job that makes cards is well: it ended well the last
   * time, and does not hang now. The cycle that goes on without a job which hangs has looked a
   * moment before, hence nine tenths.
   */
  private static final String PLAN_CARDS =
      """
      with images as (
        select coalesce((
            select state = 'DONE' from runs
            where job = 'generate_images' and state not in ('WAITING', 'RUNNING', 'SKIPPED')
            order by queued desc limit 1), true)
          and not exists (
            select 1 from runs
            where job = 'generate_images' and state = 'RUNNING'
              and progressed < now() - 0.9 * cast(:stallPatience as interval)) as well)
      insert into publications (post_id, post_version, account_id, format)
      select p.id, p.version, a.id, 'CARD'
      from posts p
      join stories s on s.id = p.story_id and s.merged_into is null
      join accounts a on a.name = :account and a.network = p.network
      cross join images
      where p.written > now() - cast(:freshest as interval)
        and not exists (
          select 1 from posts newer
          where newer.story_id = p.story_id and newer.network = p.network
            and newer.version > p.version)
        and (not images.well
          or p.written <= now() - cast(:cardPatience as interval)
          or exists (select 1 from renderings r where r.story_id = p.story_id and r.kind = 'CARD'))
      on conflict do nothing""";

  private static final String PLAN_REELS =
      """
      insert into publications (post_id, post_version, account_id, format)
      select card.post_id, card.post_version, card.account_id, 'REEL'
      from publications card
      join posts p on p.id = card.post_id
      join stories s on s.id = p.story_id and s.merged_into is null
      join accounts a on a.id = card.account_id and a.name = :account
      where card.format = 'CARD' and card.state = 'PUBLISHED'
        and card.published > now() - cast(:freshest as interval)
        and exists (select 1 from renderings r where r.story_id = p.story_id and r.kind = 'REEL'
            and r.removed is null)
        and not exists (
          select 1 from publications reel join posts other on other.id = reel.post_id
          where reel.format = 'REEL' and reel.account_id = card.account_id
            and other.story_id = p.story_id)
        and not exists (
          select 1 from publications newer join posts other on other.id = newer.post_id
          where newer.format = 'CARD' and newer.state = 'PUBLISHED'
            and newer.account_id = card.account_id and other.story_id = p.story_id
            and newer.id > card.id)
      on conflict do nothing""";

  /** Plans it; gives how many publications that are. */
  int add(Format format, PublishingRules rules) {
    lockAccount();
    return switch (format) {
      case CARD ->
          handle
              .createUpdate(PLAN_CARDS)
              .bind("account", account.name())
              .bind("freshest", PublicationTable.interval(rules.freshest()))
              .bind("cardPatience", PublicationTable.interval(rules.cardPatience()))
              .bind("stallPatience", PublicationTable.interval(rules.stallPatience()))
              .execute();
      case REEL ->
          handle
              .createUpdate(PLAN_REELS)
              .bind("account", account.name())
              .bind("freshest", PublicationTable.interval(rules.freshest()))
              .execute();
    };
  }

  /** Two workers planning at once would both find a story's reel missing. */
  private void lockAccount() {
    handle
        .createQuery("select id from accounts where name = :account for update")
        .bind("account", account.name())
        .mapTo(Long.class)
        .one();
  }
}
