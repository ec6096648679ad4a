-- The schedule: what each card did, and which cards are paused.

-- One row for every piece of work of a card, begun and ended by the clock of its node. Without an end its program is gone.
create table card_run (
    card_run_id bigint generated always as identity primary key,
    card        text not null collate "C",
    about       text not null collate "C",
    asked       boolean not null,
    actor       text not null,
    node        text not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    code        int,
    said        text,
    check ((ended_at is null) = (code is null))
);
create index card_run_card on card_run (card, card_run_id);
create index card_run_open on card_run (card_run_id) where ended_at is null;

-- The last word about a card counts.
create table card_pause (
    card_pause_id bigint generated always as identity primary key,
    card          text not null collate "C",
    paused        boolean not null,
    at            timestamptz not null,
    actor         text not null check (actor ~ '\S')
);
create index card_pause_card on card_pause (card, card_pause_id);

-- A year of daily runs must not make the job repository slow: it looks steps up by execution, executions by instance.
create index batch_step_execution_job on batch_step_execution (job_execution_id);
create index batch_job_execution_instance on batch_job_execution (job_instance_id);
create index batch_job_execution_params_job on batch_job_execution_params (job_execution_id);
create index batch_step_execution_open on batch_step_execution (step_execution_id)
    where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN');
create index batch_job_execution_open on batch_job_execution (job_execution_id)
    where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN');
