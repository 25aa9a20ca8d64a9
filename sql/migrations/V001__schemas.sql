create schema ops;
create schema staging;
create schema vault;
create schema core;
create schema mart;
